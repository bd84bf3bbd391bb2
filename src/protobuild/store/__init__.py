"""Read and write the files of a protocol: where they lie, what they say, and what is wrong with them."""
