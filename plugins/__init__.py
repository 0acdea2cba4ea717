"""The features of the bulletin; `README.md` beside this file tells how they fit together."""
