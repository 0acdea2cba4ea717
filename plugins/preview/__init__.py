"""The site on this computer, as a static host would show it, before it is published."""
