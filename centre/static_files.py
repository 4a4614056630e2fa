from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedStaticFiles(CompressedManifestStaticFilesStorage):
    """The name of a file holds the hash of what is in it, and scripts import each other by those names."""

    support_js_module_import_aggregation = True
