"""The shapes everything else is made of: what authors write, what readers see, and the road between them."""
