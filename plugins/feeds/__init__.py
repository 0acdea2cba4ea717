"""Feeds: Atom for the site and each column, JSON Feed for a site whose domain is known."""
