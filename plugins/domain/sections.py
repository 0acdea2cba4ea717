"""The sections of the site, as the navigation, breadcrumbs and links to all of a kind name them."""

from plugins.domain import addresses
from plugins.domain.views import Link

HOME = Link("首页", addresses.HOME)
COLUMNS = Link("栏目", addresses.COLUMNS)
HONOURS = Link("荣誉榜", addresses.HONOURS)
BRANCHES = Link("党组织", addresses.BRANCHES)
ORGANISATIONS = Link("单位", addresses.ORGANISATIONS)
TOPICS = Link("专题", addresses.TOPICS)
BYLINES = Link("署名", addresses.BYLINES)
EDITIONS = Link("数字报", addresses.EDITIONS)
FIGURES = Link("数据", addresses.FIGURES)
MECHANISMS = Link("机制", addresses.MECHANISMS)
DATA = Link("开放数据", addresses.DATA)
ARCHIVE = Link("历年", addresses.ARCHIVE)
CORRECTIONS = Link("更正", addresses.CORRECTIONS)
