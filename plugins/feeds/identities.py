"""The permanent identities that Atom asks for: IRIs that never change, with a domain or without.

They are UUIDs of the fifth kind, made of who publishes and of the address in the site. So they
stay the same when a domain is configured or moves, and differ from those of another bulletin that
has a text of the same name. A bulletin that takes another name is another feed.
"""

from uuid import UUID, uuid5

from plugins.domain.tables import Site

NAMESPACE = UUID("5f0c3f52-6d0b-5b43-9c5e-0b8a3c1f7a64")


def identity_of(site: Site, address: str) -> str:
    """Return the identity of what stands at an address, as an IRI."""
    return uuid5(NAMESPACE, f"{site.name}\n{site.organiser}\n{address}").urn
