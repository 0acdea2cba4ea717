"""What machines read of a site: sitemap and robots.txt; labels are the theme's `page_meta`."""
