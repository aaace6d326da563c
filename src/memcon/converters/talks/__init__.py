"""When and where a talk was: datelines, places, sentences that tell it."""
