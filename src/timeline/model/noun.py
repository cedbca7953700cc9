"""What all nouns of the record have in common."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Noun(BaseModel):
    """A frozen row of the record; unknown fields are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")
