"""What words are, wherever they stand: names, offices, months, languages, the vocabulary of the genre."""
