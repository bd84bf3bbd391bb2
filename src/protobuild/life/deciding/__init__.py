"""Write the text a meeting agreed to: the paper's, with what it refused taken back."""
