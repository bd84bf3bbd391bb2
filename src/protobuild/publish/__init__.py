"""What happens after rendering: the PDF, the table of formats and the files in a folder."""
