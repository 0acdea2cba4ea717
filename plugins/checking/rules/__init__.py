"""The rules, one file each: a rule takes a Bulletin or a source and yields Problems at places."""
