"""Room 5: one file per engine or plugin that the press is plugged into; nothing else imports them."""
