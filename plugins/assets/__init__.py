"""Files beside the pages: css, js and images of the theme, pictures and attachments of content/."""
