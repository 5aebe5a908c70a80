"""The domain: concepts, relations, facts, comparisons and their evidence; queries over them; the knowledge base."""
