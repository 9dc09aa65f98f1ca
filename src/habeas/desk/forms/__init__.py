"""Reading forms: one file a subject. A form reads and checks what was typed; it does nothing."""
