"""Lining up what notes say of two to six concepts."""
