"""Who checked the law: policies tried against it, counsel's reviews, each rule's own cases."""
