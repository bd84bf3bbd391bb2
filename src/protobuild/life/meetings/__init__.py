"""The record of what meetings did with a protocol on its way from draft to adopted."""
