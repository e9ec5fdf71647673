"""A view that shows its words as a kept picture has them, to compare the two pixel by pixel."""

from __future__ import annotations

from dataclasses import replace

from gui.network.picture import NetworkPicture


def show_as_kept(view: NetworkPicture) -> None:
    """Show no sign that the legend unfolds: in a picture that is kept it does not."""
    frame = view._composed_frame
    frame.show_words(replace(frame.words, is_kept=True))
    # It is written anew with other marks only.
    frame._legend_key, frame._edges_version = (), (-1, -1)
