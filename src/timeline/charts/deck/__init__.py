"""The movable route map: a deck.gl deck."""
