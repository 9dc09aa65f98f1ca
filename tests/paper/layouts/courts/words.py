"""How papers of courts word what they command, why, for how much, when, and who signs: `develop` and `hold` side by side."""

# ruff: noqa: E501 - a paper's sentences stand on one line
# fmt: off
COMMANDS = {
    "develop": (
        "YOU ARE HEREBY COMMANDED to arrest {who}, and bring {him} before this court forthwith to answer the charge of {offense}, in violation of {cite}.",
        "YOU ARE COMMANDED to take {who}, if to be found in your county, and {him} safely keep so that you have {his} body before this Court instanter, to answer a charge of {offense}, {cite}.",
        "WE COMMAND YOU to arrest {who}, who stands charged with {offense}, contrary to {cite}, and {him} safely keep.",
        "IT IS ORDERED that any peace officer arrest the defendant, {who}, charged with {offense}, {cite}, and bring the defendant before this Court.",
        "The defendant, {who}, having failed to appear as ordered on a charge of {offense} ({cite}), YOU ARE ORDERED to arrest the defendant and bring the defendant before the court.",
        "The State of {STATE} commands you to take {who} into custody for the crime of {offense}, {cite}, and bring {him} before the court without unnecessary delay.",
        "WHEREAS, complaint on oath has been made to me that {who} did commit {offense}, in violation of {cite}; THEREFORE YOU ARE COMMANDED to arrest said {who} and bring {him} before me.",
        "IT IS ORDERED that a bench warrant issue for the arrest of defendant {who}, who failed to appear for trial on the charge of {offense}, {cite}. Any peace officer is ordered to arrest said defendant.",
        "An indictment having been returned charging {who} with {offense}, {cite}, you are hereby commanded to arrest the defendant forthwith.",
        "The Court finds probable cause to believe that {who} committed {offense} ({cite}). Any peace officer of this State is commanded to arrest the defendant and to keep {him} safely.",
        "You are directed to take {who}, DOB unknown, charged with {offense}, {cite}, and convey {him} to the county jail.",
        "I order that the defendant, {who}, be arrested and brought before the court without delay to answer for {offense}, {cite}.",
    ),
    "hold": (
        "You are therefore commanded, in the name of the State, forthwith to apprehend the said {who} and bring {him} before the court to be dealt with according to law upon the charge of {offense}, as defined by {cite}.",
        "To any law enforcement officer of this State: You are directed to arrest {who} and hold {him} to answer an indictment charging {offense}, a violation of {cite}.",
        "THEREFORE, the Court commands every peace officer to arrest the above-named {who} for the offense of {offense} under {cite} and to bring said defendant before the nearest available judge.",
        "A warrant shall issue for the arrest of {who}. The defendant is charged with {offense} ({cite}) and failed to comply with an order of this court. ANY OFFICER IS COMMANDED to take the defendant into custody.",
        "Now, therefore, you are commanded to take the body of {who} and have {him} before me to answer a complaint that {he} did commit the offense of {offense}, {cite}.",
    ),
}
FOR = {
    "develop": ("TO ANY PEACE OFFICER OF THE STATE OF {STATE}, GREETINGS:", "TO ALL AND SINGULAR THE SHERIFFS OF THE STATE OF {STATE}:", "To the Sheriff of {C} County:", ""),
    "hold": ("To any officer authorized to execute this process:", "THE STATE OF {STATE} TO THE SHERIFF, ANY POLICE OFFICER OR CONSTABLE", "To: Any Law Enforcement Officer", ""),
}
BAIL = {
    "develop": ("Bail is set at {money}.", "BAIL: {money}", "BOND: {money} cash or surety.", "BOND AMOUNT: {money}", "Bond amount {money} (10% allowed)", "BAIL: {money}, surety only", "Defendant may be admitted to bail upon posting {money}.", "The amount of bail to be required is {money}.", "Bail Set: {money} Cash", "It is further ordered that bond be, and is hereby, set in the sum of {money}.", "NO BOND", "Bond set in the amount of {money}", "Bail Amount: {money}  Bail Type: Monetary"),
    "hold": ("The defendant may be released on a bond of {money}.", "Let bail be fixed in the sum of {money}.", "Amount of bond: {money} (secured)", "BAIL SET AT {money}, CASH ONLY", "The defendant shall be held in lieu of bail in the amount of {money}."),
}
DATES = {
    "develop": (("Dated: {d}", "%B %-d, %Y"), ("DATED this {ord} day of {my}.", ""), ("Date: {d}", "%m/%d/%Y"), ("Issued: {d}", "%-m/%-d/%Y"), ("Signed and issued this the {ord} day of {my}.", ""), ("ENTERED: {d}", "%B %-d, %Y"), ("Issue date: {d}", "%m/%d/%Y"), ("WITNESS my hand this {ord} day of {my}.", ""), ("Date of Issue: {d}", "%m-%d-%Y"), ("ORDERED this {ord} day of {my}.", ""), ("Dated this {ord} day of {my}, at the courthouse.", ""), ("Issued by order of the Court on {d}.", "%B %-d, %Y"), ("DATE ISSUED {d}", "%m/%d/%Y"), ("Entered this {d}", "%B %-d, %Y")),
    "hold": (("DONE AND ORDERED in Chambers this {ord} day of {my}.", ""), ("Given under my hand this {ord} day of {my}.", ""), ("Date issued: {d}", "%d-%b-%Y"), ("SO ORDERED this {ord} day of {my}.", ""), ("Signed on {d}", "%m/%d/%Y"), ("Witness my hand, {d}", "%B %-d, %Y")),
}
PRODUCE = {
    "develop": (
        "IT IS HEREBY ORDERED that the Sheriff of {C} County shall produce the defendant, {who}, who is charged with {offense}, {cite}, before this Court in Courtroom 2B on {when} at 1:30 p.m.",
        "ORDERED, that the Superintendent of the {C} County Jail produce the body of {who}, held on a charge of {offense}, {cite}, before the Honorable Court on {when} at 9:30 a.m.",
        "TO THE SHERIFF: You are hereby commanded to bring {who}, now in your custody on {offense}, {cite}, before this Court on the morning of {when}, and to return {him} forthwith.",
        "IT IS ORDERED that the Sheriff shall transport {who}, an inmate of the {C} County Jail charged with {offense} ({cite}), to this court on {when} at 9:00 a.m. for a hearing.",
    ),
    "hold": (
        "The Court having been advised that {who}, charged with {offense} in violation of {cite}, is confined in the {C} County Jail, it is hereby ORDERED that the Sheriff deliver said inmate to Department 4 of this Court not later than {when}, 8:30 a.m.",
        "The keeper of the {C} County Jail is directed to produce {who}, accused of {offense}, {cite}, before the undersigned on {when}, and to return {him} thereafter.",
    ),
}
PRODUCE_TITLES = {
    "develop": ("ORDER TO TRANSPORT PRISONER", "ORDER TO PRODUCE", "TRANSPORT ORDER", "WRIT OF HABEAS CORPUS AD TESTIFICANDUM", "ORDER TO BRING UP PRISONER", "ORDER DIRECTING SHERIFF TO PRODUCE DEFENDANT", "ORDER FOR TRANSPORTATION"),
    "hold": ("ORDER FOR PRODUCTION OF INMATE", "ORDER TO PRODUCE INMATE", "ORDER FOR TRANSPORT OF DEFENDANT", "PRODUCTION ORDER"),
}
RETURNS = {
    "develop": (
        "RETURN|Received this warrant on the ____ day of ____________, 20__, and executed the same by arresting the defendant on ____________.|Deputy: ______________________",
        "OFFICER'S RETURN|I certify that I served this warrant by arresting the within named defendant on ____________, 20___, at __________.|______________________ Arresting Officer",
        "CONSTABLE'S RETURN|Executed on ____ day of ________ 20__ by arresting the within-named defendant and placing him in the ________ jail.|Constable ______________",
        "RETURN OF OFFICER|I hereby certify that I received the within warrant on ________ and served it on ________ at ________.|Fees: $______   ______________________ (Officer)",
        "SERVICE|[ ] Served   [ ] Not served   [ ] Recalled   Date: ____________   Officer: ____________",
        "SHERIFF'S RETURN|Came to hand on ________ and executed on ________ by ____________________.",
        "",
        "",
    ),
    "hold": (
        "RETURN OF SERVICE|This warrant was returned unserved / was withdrawn / was served on (date) ____________ by ____________________ (officer)",
        "RETURN ON WARRANT|The within warrant came to hand ________, 20__ and was executed ________, 20__ by arresting ____________________ and lodging in jail at ________.|______________________, Sheriff  By ________________, Deputy",
        "PEACE OFFICER'S CERTIFICATE|Date served: ________  Not served because: ______________  Signature: ______________",
        "",
        "",
    ),
}
OFFICERS = {
    "develop": ("Court Administrator", "Bailiff", "Judicial Assistant to Judge {judge}", "Assistant District Attorney", "Sheriff", "Deputy Sheriff"),
    "hold": ("Courtroom Clerk to Judge {judge}", "Court Services Officer", "Assistant State's Attorney", "Warrants Detective", "Pretrial Services Officer", "Law Clerk for Judge {judge}"),
}
CLERKS = {"develop": ("Deputy Clerk", "Clerk of the Court", "DISTRICT CLERK"), "hold": ("Clerk of Court", "Deputy Clerk of Court", "Clerk of the Superior Court")}
# fmt: on
