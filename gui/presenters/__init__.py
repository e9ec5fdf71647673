"""The only objects that know both the training worker and widgets; one concern each."""
