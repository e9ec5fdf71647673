"""The page of one weight of a kernel: where its gradient comes from, and how it is collected."""
