"""Any plot or table as a file, on the clipboard and on paper."""
