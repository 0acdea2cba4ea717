"""Rules over the bulletin: what reading lets through and a proofreader would not."""

NOT_ALL_CHECKED = "有错误时，整刊的几项还没有查，改好后请再查一遍。"
"""What is told where reading has found an error, and there is no bulletin yet for the rules."""
