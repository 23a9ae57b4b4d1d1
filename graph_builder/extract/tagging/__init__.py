"""What surrounds the encoder: cutting a text into pieces, and reading names and attributions off its answers."""
