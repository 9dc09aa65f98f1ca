"""For each rule: a case inside it, one outside, one on its edge where it has one, and one where a fact it rests on is unknown.

`rule | where | act | facts`. A fact is `entity.name=value`; `T`, `F` and `?` are true, false and unknown; a list is written with `+`; `charge:` opens a charge
whose capital names are classes. What is not written is unknown. `says` is what the rule then says of the act: an outcome, `nothing`, or `unknown`.
"""

_CA = "agency.local=T request.immigration_enforcement=T"
_DET = "request.kind=detainer request.issuer=ice request.basis=civil request.asks=hold+notify+transfer request.attachments=I-200"
_SERIOUS = "charge: disposition=convicted SERIOUS=T VIOLENT=F PROP47_MISDEMEANOR=F"
_CLEAN = (
    "person.sex_or_arson_registrant=F person.federal_felony_arrest_warrant=F charge: disposition=pending SERIOUS=F VIOLENT=F "
    "STATE_PRISON_FELONY=F LISTED_7282_5_A3=F WOBBLER=F GRADE_FELONY=F AGGRAVATED_FELONY_A_TO_P=F PROP47_MISDEMEANOR=F"
)
_JUDGE = "request.kind=judicial_warrant request.signer=federal_magistrate_judge request.basis=criminal_immigration request.asks=transfer"

CASES = f"""
us.court-order | inside | list | request.kind=court_order request.signer=federal_district_judge request.asks=list | must
us.court-order | outside | list | request.kind=list_request request.signer=none request.asks=list | nothing
us.court-order | edge | list | request.kind=court_order request.signer=immigration_judge request.asks=list | nothing
us.court-order | unknown | list | request.kind=court_order request.asks=list | unknown
us.criminal-arrest-warrant | inside | transfer | {_JUDGE} | must
us.criminal-arrest-warrant | outside | transfer | request.kind=administrative_warrant request.signer=immigration_officer request.basis=civil request.asks=transfer | nothing
us.criminal-arrest-warrant | edge | transfer | request.kind=judicial_warrant request.signer=immigration_judge request.basis=civil request.asks=transfer | nothing
us.criminal-arrest-warrant | unknown | transfer | request.kind=judicial_warrant request.basis=criminal_immigration request.asks=transfer | unknown
us.rule-9-clerk-signed | inside | transfer | request.kind=judicial_warrant request.signer=clerk_of_court request.basis=criminal_other request.asks=transfer | unresolved
us.rule-9-clerk-signed | outside | transfer | {_JUDGE} | nothing
us.rule-9-clerk-signed | edge | transfer | request.kind=judicial_warrant request.signer=clerk_of_court request.basis=civil request.asks=transfer | nothing
us.rule-9-clerk-signed | unknown | transfer | request.kind=judicial_warrant request.signer=clerk_of_court request.asks=transfer | unknown
us.judicial-subpoena | inside | share_personal | request.kind=grand_jury_subpoena request.basis=criminal_other request.asks=share_personal | must
us.judicial-subpoena | outside | share_personal | request.kind=administrative_subpoena request.basis=civil request.asks=share_personal | nothing
us.judicial-subpoena | edge | share_personal | request.kind=judicial_subpoena request.basis=criminal_other request.asks=list | nothing
us.judicial-subpoena | unknown | share_personal | request.kind=judicial_subpoena request.asks=share_personal | unknown
us.8cfr-287.7-d | inside | hold | {_DET} request.probable_cause_box=T person.proof_of_status_given=none | may
us.8cfr-287.7-d | outside | hold | {_DET} request.probable_cause_box=F person.proof_of_status_given=none | nothing
us.8cfr-287.7-d | edge | hold | {_DET} request.probable_cause_box=T person.proof_of_status_given=us_citizen | nothing
us.8cfr-287.7-d | unknown | hold | {_DET} request.probable_cause_box=T | unknown
us.8cfr-287.7-a | inside | notify | request.kind=notification_request request.asks=notify | may
us.8cfr-287.7-a | outside | notify | request.kind=list_request request.asks=list | nothing
us.8cfr-287.7-a | edge | transfer | request.kind=notification_request request.asks=notify | nothing
us.8cfr-287.7-a | unknown | notify | request.kind=detainer | unknown
us.arizona-v-united-states | inside | arrest | {_DET} agency.agreement_287g=F | must_not
us.arizona-v-united-states | edge | arrest | {_DET} agency.agreement_287g=T | may
us.arizona-v-united-states | outside | arrest | {_JUDGE} agency.agreement_287g=F | nothing
us.arizona-v-united-states | unknown | arrest | {_DET} | unknown
us.8usc-1225-d-4 | inside | share_personal | request.kind=administrative_subpoena request.asks=share_personal | unresolved
us.8usc-1225-d-4 | outside | share_personal | request.kind=records_request request.asks=share_personal | nothing
us.8usc-1225-d-4 | edge | list | request.kind=administrative_subpoena request.asks=share_personal | nothing
us.8usc-1225-d-4 | unknown | share_personal | request.kind=administrative_subpoena | unknown
us.8usc-1373 | inside | share_status | request.issuer=doj | may
us.8usc-1373 | outside | share_status | request.issuer=public | nothing
us.8usc-1373 | edge | share_status | request.issuer=other | nothing
us.8usc-1373 | unknown | share_status | request.kind=status_inquiry | unknown
us.8usc-1373-b-request | inside | query_ice | request.issuer=ice | may
us.8usc-1373-b-request | outside | query_ice | request.issuer=public | nothing
us.8usc-1373-b-request | edge | query_ice | request.issuer=other | may
us.8usc-1373-b-request | unknown | query_ice | request.kind=status_inquiry | unknown
us-ca.gov-7284.6-a-1-B | inside | hold | {_CA} {_DET} {_SERIOUS} | must_not
us-ca.gov-7284.6-a-1-B | outside | hold | agency.local=F request.immigration_enforcement=T | nothing
us-ca.gov-7284.6-a-1-B | edge | delay_release | {_CA} | must_not
us-ca.gov-7284.6-a-1-B | unknown | hold | request.immigration_enforcement=T | unknown
us-ca.gov-7282.5-trust | inside | hold | agency.local=T {_DET} {_CLEAN} | must_not
us-ca.gov-7282.5-trust | edge | hold | agency.local=T {_DET} {_SERIOUS} | may
us-ca.gov-7282.5-trust | outside | hold | agency.local=T request.kind=notification_request {_CLEAN} | nothing
us-ca.gov-7282.5-trust | unknown | hold | agency.local=T {_DET} | unknown
us-ca.gov-7284.6-a-1-C | inside | notify | {_CA} {_DET} custody.release_date_public=F {_CLEAN} | must_not
us-ca.gov-7284.6-a-1-C | edge | notify | {_CA} {_DET} custody.release_date_public=F {_SERIOUS} | may
us-ca.gov-7284.6-a-1-C | outside | notify | agency.local=T request.immigration_enforcement=F | nothing
us-ca.gov-7284.6-a-1-C | unknown | notify | {_CA} {_DET} {_CLEAN} | unknown
us-ca.gov-7284.6-a-4 | inside | transfer | {_CA} {_DET} {_CLEAN} | must_not
us-ca.gov-7284.6-a-4 | edge | transfer | {_CA} {_JUDGE} {_CLEAN} | may
us-ca.gov-7284.6-a-4 | outside | transfer | agency.local=T request.immigration_enforcement=F | nothing
us-ca.gov-7284.6-a-4 | unknown | transfer | {_CA} {_DET} | unknown
us-ca.gov-7284.6-a-1-E | inside | arrest | {_CA} request.basis=civil | must_not
us-ca.gov-7284.6-a-1-E | outside | arrest | {_CA} request.basis=criminal_immigration | nothing
us-ca.gov-7284.6-a-1-E | edge | arrest | agency.local=F request.immigration_enforcement=T request.basis=civil | nothing
us-ca.gov-7284.6-a-1-E | unknown | arrest | {_CA} | unknown
us-ca.gov-7284.6-a-1-list | inside | list | {_CA} request.kind=list_request | must_not
us-ca.gov-7284.6-a-1-list | outside | list | {_CA} request.kind=records_request | nothing
us-ca.gov-7284.6-a-1-list | edge | list | agency.local=T request.immigration_enforcement=F request.kind=list_request | nothing
us-ca.gov-7284.6-a-1-list | unknown | list | agency.local=T request.kind=list_request | unknown
us-ca.gov-7284.6-a-1-D | inside | share_personal | {_CA} {_SERIOUS} | must_not
us-ca.gov-7284.6-a-1-D | outside | share_personal | agency.local=T request.immigration_enforcement=F | nothing
us-ca.gov-7284.6-a-1-D | edge | share_personal | agency.local=F request.immigration_enforcement=T | nothing
us-ca.gov-7284.6-a-1-D | unknown | share_personal | agency.local=T | unknown
us-ca.wic-831 | inside | share_personal | request.immigration_enforcement=T person.minor=T | must_not
us-ca.wic-831 | outside | share_personal | request.immigration_enforcement=T person.minor=F | nothing
us-ca.wic-831 | edge | share_criminal_history | request.immigration_enforcement=T person.minor=T | must_not
us-ca.wic-831 | unknown | share_personal | request.immigration_enforcement=T | unknown
us-ca.gov-7284.6-b-2 | inside | share_criminal_history | request.immigration_enforcement=T request.kind=records_request | may
us-ca.gov-7284.6-b-2 | outside | share_criminal_history | request.immigration_enforcement=F request.kind=records_request | nothing
us-ca.gov-7284.6-b-2 | edge | share_criminal_history | request.immigration_enforcement=T request.kind=list_request | nothing
us-ca.gov-7284.6-b-2 | unknown | share_criminal_history | request.kind=records_request | unknown
us-ca.gov-7284.6-b-2-list | inside | share_criminal_history | {_CA} request.kind=list_request | must_not
us-ca.gov-7284.6-b-2-list | outside | share_criminal_history | {_CA} request.kind=records_request | nothing
us-ca.gov-7284.6-b-2-list | edge | share_criminal_history | agency.local=F request.immigration_enforcement=T request.kind=list_request | nothing
us-ca.gov-7284.6-b-2-list | unknown | share_criminal_history | agency.local=T request.kind=list_request | unknown
us-ca.gov-7284.6-e | inside | share_status | request.immigration_enforcement=T | may
us-ca.gov-7284.6-e | outside | share_status | request.immigration_enforcement=F | nothing
us-ca.gov-7284.6-e | unknown | share_status | request.kind=status_inquiry | unknown
us-ca.gov-7284.6-a-1-A | inside | ask_status | {_CA} | must_not
us-ca.gov-7284.6-a-1-A | outside | ask_status | agency.local=T request.immigration_enforcement=F | nothing
us-ca.gov-7284.6-a-1-A | unknown | ask_status | request.immigration_enforcement=T | unknown
us-ca.gov-7284.6-a-1-query | inside | query_ice | {_CA} | must_not
us-ca.gov-7284.6-a-1-query | outside | query_ice | agency.local=F request.immigration_enforcement=T | nothing
us-ca.gov-7284.6-a-1-query | unknown | query_ice | agency.local=T | unknown
us-ca.gov-7923.610 | inside | share_public | request.kind=public_records_request | must
us-ca.gov-7923.610 | outside | share_public | request.kind=list_request | nothing
us-ca.gov-6254-f | inside | share_public | request.kind=public_records_request | must
us-ca.gov-6254-f | outside | share_public | request.kind=list_request | nothing
us-ca.gov-7923.610-as-anyone | inside | share_public | request.kind=list_request | may
us-ca.gov-7923.610-as-anyone | outside | share_public | request.kind=public_records_request | nothing
us-ca.gov-7283.1-a | inside | interview | request.immigration_enforcement=T request.issuer=ice person.written_consent=F | must_not
us-ca.gov-7283.1-a | edge | interview | request.immigration_enforcement=T request.issuer=ice person.written_consent=T | may
us-ca.gov-7283.1-a | outside | interview | request.immigration_enforcement=F request.issuer=fbi | nothing
us-ca.gov-7283.1-a | unknown | interview | request.immigration_enforcement=T request.issuer=ice | unknown
us-ca.gov-7284.6-a-3 | inside | use_as_interpreter | request.issuer=ice | must_not
us-ca.gov-7284.6-a-3 | outside | use_as_interpreter | request.issuer=court | nothing
us-ca.gov-7284.6-a-3 | unknown | use_as_interpreter | request.kind=facility_access | unknown
us-ca.gov-7284.6-a-5 | inside | access_facility | request.issuer=ice request.fields=dedicated_office_space | must_not
us-ca.gov-7284.6-a-5 | outside | access_facility | request.issuer=ice request.fields=nonpublic_areas | nothing
us-ca.gov-7284.6-a-5 | unknown | access_facility | request.issuer=ice | unknown
us-ca.gov-7284.6-a-1-G | inside | agree_287g | request.issuer=ice | must_not
us-ca.gov-7284.6-a-1-G | outside | agree_287g | request.issuer=usms | nothing
us-ca.gov-7284.6-a-1-G | unknown | agree_287g | request.kind=agreement_proposal | unknown
us-ca.gov-7310 | inside | house_federal_detainees | request.issuer=ice agency.policy.housing_contract_on_2017_06_15=F | must_not
us-ca.gov-7310 | edge | house_federal_detainees | request.issuer=ice agency.policy.housing_contract_on_2017_06_15=T | unresolved
us-ca.gov-7310 | outside | house_federal_detainees | request.issuer=usms | nothing
us-ca.gov-7310 | unknown | house_federal_detainees | request.issuer=ice | unknown
us-ca.gov-7284.10-prisons | inside | notify | custody.facility=state_prison request.issuer=ice | unresolved
us-ca.gov-7284.10-prisons | outside | notify | custody.facility=county_jail request.issuer=ice | nothing
us-ca.gov-7284.10-prisons | unknown | notify | request.issuer=ice | unknown
us-ca-los-angeles.motion-2020-transfer | inside | transfer | {_CA} {_DET} {_SERIOUS} | must_not
us-ca-los-angeles.motion-2020-transfer | edge | transfer | {_CA} {_JUDGE} | may
us-ca-los-angeles.motion-2020-transfer | outside | transfer | request.immigration_enforcement=F | nothing
us-ca-los-angeles.motion-2020-transfer | unknown | transfer | request.kind=transfer_request | unknown
us-ca-los-angeles.motion-2020-notify | inside | notify | {_CA} {_DET} {_SERIOUS} | must_not
us-ca-los-angeles.motion-2020-notify | edge | notify | {_CA} {_JUDGE} | may
us-ca-los-angeles.motion-2020-notify | outside | notify | request.immigration_enforcement=F | nothing
us-ca-los-angeles.motion-2020-notify | unknown | notify | request.kind=notification_request | unknown
us-ca-los-angeles.motion-2020-hold | inside | hold | {_CA} | must_not
us-ca-los-angeles.motion-2020-hold | outside | hold | request.immigration_enforcement=F | nothing
us-ca-los-angeles.motion-2020-hold | unknown | arrest | agency.local=T | unknown
us-ca-los-angeles.motion-2020-status | inside | share_status | {_CA} request.kind=status_inquiry | must_not
us-ca-los-angeles.motion-2020-status | edge | share_status | {_CA} {_JUDGE} | nothing
us-ca-los-angeles.motion-2020-status | outside | share_status | request.immigration_enforcement=F request.kind=status_inquiry | nothing
us-ca-los-angeles.motion-2020-status | unknown | share_status | request.kind=status_inquiry | unknown
us-ca-los-angeles.sheriff-2025-agents | inside | interview | {_CA} request.issuer=ice person.written_consent=T | must_not
us-ca-los-angeles.sheriff-2025-agents | outside | interview | request.immigration_enforcement=F request.issuer=fbi | nothing
us-ca-los-angeles.sheriff-2025-agents | unknown | interview | request.issuer=ice | unknown
us-tx.ccp-2.251-hold | inside | hold | {_DET} person.proof_of_status_given=none | must
us-tx.ccp-2.251-hold | outside | hold | {_DET} person.proof_of_status_given=lawful_status | nothing
us-tx.ccp-2.251-hold | unknown | hold | {_DET} | unknown
us-tx.ccp-2.251-notify | inside | notify | {_DET} person.proof_of_status_given=none | must
us-tx.ccp-2.251-notify | outside | notify | request.kind=detainer request.issuer=cbp request.asks=notify person.proof_of_status_given=none | nothing
us-tx.ccp-2.251-notify | unknown | notify | {_DET} | unknown
us-tx.ccp-2.251-transfer | inside | transfer | {_DET} person.proof_of_status_given=none | must
us-tx.ccp-2.251-transfer | outside | transfer | {_DET} person.proof_of_status_given=us_citizen | nothing
us-tx.ccp-2.251-transfer | unknown | transfer | {_DET} | unknown
us-tx.ccp-2A.060-hold | inside | hold | {_DET} person.proof_of_status_given=none | must
us-tx.ccp-2A.060-hold | outside | hold | {_DET} person.proof_of_status_given=us_citizen | nothing
us-tx.ccp-2A.060-hold | edge | hold | request.kind=detainer request.issuer=ice request.asks=hold request.attachments= person.proof_of_status_given=none | nothing
us-tx.ccp-2A.060-hold | unknown | hold | {_DET} | unknown
us-tx.ccp-2A.060-notify | inside | notify | {_DET} person.proof_of_status_given=none | must
us-tx.ccp-2A.060-notify | outside | notify | {_DET} person.proof_of_status_given=lawful_status | nothing
us-tx.ccp-2A.060-notify | unknown | notify | {_DET} | unknown
us-tx.ccp-2A.060-transfer | inside | transfer | {_DET} person.proof_of_status_given=none | must
us-tx.ccp-2A.060-transfer | outside | transfer | {_DET} person.proof_of_status_given=lawful_status | nothing
us-tx.ccp-2A.060-transfer | unknown | transfer | {_DET} | unknown
us-tx.ccp-2.251-enjoined | inside | hold | {_DET} | unresolved
us-tx.ccp-2.251-enjoined | outside | hold | request.kind=list_request request.issuer=doj request.asks=list | nothing
us-tx.ccp-2.251-enjoined | unknown | hold | request.kind=detainer request.asks=hold | unknown
us-tx.el-cenizo-bare-detainer | inside | hold | request.kind=detainer request.issuer=ice request.attachments= person.proof_of_status_given=none | unresolved
us-tx.el-cenizo-bare-detainer | outside | hold | {_DET} person.proof_of_status_given=none | nothing
us-tx.el-cenizo-bare-detainer | unknown | hold | request.kind=detainer request.issuer=ice person.proof_of_status_given=none | unknown
us-tx.gov-752.053-status | inside | share_status | request.issuer=doj | may
us-tx.gov-752.053-status | outside | share_status | request.issuer=public | nothing
us-tx.gov-752.053-status | unknown | share_status | request.kind=status_inquiry | unknown
us-tx.gov-752.053-query | inside | ask_status | request.issuer=ice | may
us-tx.gov-752.053-query | outside | ask_status | request.issuer=public | nothing
us-tx.gov-752.053-query | unknown | query_ice | request.kind=status_inquiry | unknown
us-tx.gov-752.053-list | inside | list | request.kind=list_request request.issuer=doj request.immigration_enforcement=T person.in_requested_class=T | may
us-tx.gov-752.053-list | outside | list | request.kind=list_request request.issuer=doj request.immigration_enforcement=T person.in_requested_class=F | nothing
us-tx.gov-752.053-list | unknown | list | request.kind=list_request request.issuer=doj request.immigration_enforcement=T | unknown
us-tx.gov-752.053-release-date | inside | notify | request.kind=list_request request.issuer=doj request.immigration_enforcement=T person.in_requested_class=T | may
us-tx.gov-752.053-release-date | outside | notify | {_DET} person.in_requested_class=T | nothing
us-tx.gov-752.053-release-date | unknown | notify | request.kind=list_request request.issuer=doj request.immigration_enforcement=T | unknown
us-tx.gov-552.108-c | inside | share_public | request.kind=public_records_request | must
us-tx.gov-552.108-c | outside | share_public | request.kind=list_request | nothing
us-tx.gov-552.108-c-as-anyone | inside | share_public | request.kind=list_request | may
us-tx.gov-552.108-c-as-anyone | outside | share_public | request.kind=public_records_request | nothing
us-tx.gov-752.053-jail | inside | interview | request.issuer=ice | may
us-tx.gov-752.053-jail | outside | interview | request.issuer=fbi | nothing
us-tx.gov-752.053-jail | unknown | access_facility | request.kind=facility_access | unknown
us-tx.gov-753.051 | inside | agree_287g | request.issuer=ice | must
us-tx.gov-753.051 | outside | agree_287g | request.issuer=usms | nothing
us-tx.gov-753.051 | unknown | agree_287g | request.kind=agreement_proposal | unknown
"""
