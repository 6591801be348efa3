"""Who holds a role, who held it before, and who is to follow: read off titles and turns."""
