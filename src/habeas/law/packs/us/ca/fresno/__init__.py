"""Fresno County."""
