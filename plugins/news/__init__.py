"""Pages of news: home, items, columns, topics, bylines, the archive, texts about the bulletin."""
