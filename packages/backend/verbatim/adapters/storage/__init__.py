"""Where the bytes of recordings live: one interface, local disk here, object stores from plugins."""
