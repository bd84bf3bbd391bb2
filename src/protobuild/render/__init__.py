"""What readers see, made from outlines: pages, redlines, plain text and JSON, without files or clocks."""
