"""The web app: pages, their JSON twins and the HTTP API."""
