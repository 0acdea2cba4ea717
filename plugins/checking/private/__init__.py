"""Numbers that do not belong into a bulletin: their forms, what hides them, what excuses them."""
