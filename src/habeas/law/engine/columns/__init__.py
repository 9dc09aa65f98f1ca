"""The same conditions over columns: one tree becomes Polars expressions, and people are decided a million at a time.

A column `entity.name` holds a fact, a null is unknown; charges stand in a frame of their own. The reference (`habeas.law.engine.evaluate`)
says what a condition means; property tests hold the two together.
"""
