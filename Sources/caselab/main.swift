print("caselab")
