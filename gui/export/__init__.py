"""Pictures and animations of the network view, as files of the usual kinds."""
