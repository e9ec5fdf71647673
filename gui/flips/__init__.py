"""What each pixel of the shown example decides, in the picture's place."""
