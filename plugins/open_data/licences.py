"""The licence of the data, as the site table states it; where it states none there is none."""

from dataclasses import dataclass

from plugins.domain.tables import Site

NOT_STATED = "本站尚未载明数据的使用许可"


@dataclass(frozen=True, slots=True)
class Licence:
    """A licence: its title, and the address of its text, empty where only its code is stated."""

    title: str
    url: str

    @property
    def words(self) -> str:
        """The licence as people read it."""
        return f"{self.title}（{self.url}）" if self.url else self.title

    @property
    def described(self) -> dict[str, str]:
        """The licence as a Data Package describes it."""
        known = {"path": self.url} if self.url else {"name": self.title}
        return {**known, "title": self.title}


def licence_of(site: Site) -> Licence | None:
    """Return the licence that a site states: a code alone, or a name and an address after it."""
    title, _, url = site.data_licence.rpartition(" ")
    if title:
        return Licence(title, url)
    return Licence(url, "") if url else None
