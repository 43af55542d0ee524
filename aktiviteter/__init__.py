"""The plan: chapters, activities, who answers for them, when, and the follow-up."""
