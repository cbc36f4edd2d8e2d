// Tests of the tokenizer.
