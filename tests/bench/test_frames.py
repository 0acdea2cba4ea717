"""What our pages have around their main part."""

from plugins.bench.frames import frame_of

PAGE = """\
<!doctype html>
<html lang="zh-Hans">
<head>
<title>甲</title>
<link rel="stylesheet" href="../../assets/site.css">
<link rel="canonical" href="https://bench.example/a/">
<script src="../../assets/site.js" defer></script>
</head>
<body id="top">
<header><a href="../../">首页</a></header>
<main id="main"><a href="../../a/">甲</a></main>
<footer><a href="../../topics/">专题</a></footer>
</body>
</html>
"""


def test_a_frame_is_all_but_the_main_part() -> None:
    """With links that hold on every page of another builder."""
    frame = frame_of(PAGE)
    assert frame.links.splitlines() == [
        '<link rel="stylesheet" href="/assets/site.css">',
        '<script src="/assets/site.js" defer></script>',
    ]
    assert frame.top == '<body id="top">\n<header><a href="/">首页</a></header>\n'
    assert frame.bottom.startswith('</main>\n<footer><a href="/topics/">专题</a></footer>')
    assert frame.bottom.endswith("</html>\n")
