"""The addresses of the bundled land, as the movable map asks for them."""

from __future__ import annotations

from timeline.ui import geography


class BundledLand:
    """Addresses of our own server; None for what the boundary files do not hold."""

    def layer(self, name: str) -> str | None:
        """A whole layer: countries, disputed or lakes."""
        held = geography.boundaries().layers
        return geography.geography_url(name) if name in held else None

    def country(self, iso2: str) -> str | None:
        """One country by its ISO 3166-1 alpha-2 code."""
        held = geography.boundaries().countries
        return geography.country_url(iso2) if iso2 in held else None

    def region(self, code: str) -> str | None:
        """One region by its ISO 3166-2 code."""
        held = geography.boundaries().regions
        return geography.region_url(code) if code in held else None
