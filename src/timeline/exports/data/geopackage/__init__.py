"""The view as a GeoPackage: layers for maps, tables for what stands behind them."""
