"""Perceptual hash and geometric match of pictures."""
