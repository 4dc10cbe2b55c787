{{- define "orders.secretName" -}}
{{- $secret := index .root.Values.secrets .name -}}
{{- default (include "orders.fullname" .) $secret.existingSecret -}}
{{- end -}}

{{/* Where a service's own connection string to MongoDB is, as {secret, key}; empty where it uses that of all. */}}
{{- define "orders.ownMongo" -}}
{{- with (index .root.Values.services .name).mongo -}}
{{- if or .existingSecret .uri -}}
secret: {{ default (printf "%s-mongo" (include "orders.fullname" $)) .existingSecret }}
key: {{ default "MONGO_URI" .key }}
{{- end -}}
{{- end -}}
{{- end -}}

{{/* What lookup finds, or what was made: each is decided once for all templates, or a checksum would be of another key than the pods'. */}}
{{- define "orders.signingKey" -}}
{{- if not (hasKey . "orders.signingKey") -}}
{{- $name := include "orders.fullname" (dict "root" . "name" "jwt") -}}
{{- $kept := dig "data" "JWT_PRIVATE_KEY" "" (lookup "v1" "Secret" .Release.Namespace $name) | b64dec -}}
{{- $known := coalesce .Values.secrets.jwt.privateKey $kept -}}
{{- if not (or $known (include "orders.hasCluster" .)) -}}
{{- fail (include "orders.noSigningKey" .) -}}
{{- end -}}
{{- $_ := set . "orders.signingKey" (coalesce $known (genPrivateKey "ecdsa")) -}}
{{- end -}}
{{- index . "orders.signingKey" -}}
{{- end -}}

{{/* The key that encrypts the secrets of webhooks; empty where none is given and there is no cluster to keep one in. */}}
{{- define "orders.webhookKey" -}}
{{- if not (hasKey . "orders.webhookKey") -}}
{{- $name := include "orders.fullname" (dict "root" . "name" "webhooks") -}}
{{- $kept := dig "data" "WEBHOOK_SECRET_KEY" "" (lookup "v1" "Secret" .Release.Namespace $name) | b64dec -}}
{{- $made := include "orders.hasCluster" . | empty | ternary "" (randAlphaNum 48) -}}
{{- $_ := set . "orders.webhookKey" (coalesce .Values.secrets.webhooks.secretKey $kept $made | default "") -}}
{{- end -}}
{{- index . "orders.webhookKey" -}}
{{- end -}}

{{/* The data of the Secrets of mutual TLS, by name: an authority of the release's own, and a certificate of it for each caller. */}}
{{- define "orders.certificates" -}}
{{- if not (hasKey . "orders.certificates") -}}
{{- $made := dict -}}
{{- $authorityName := include "orders.fullname" (dict "root" . "name" "grpc-authority") -}}
{{- $authorityData := dig "data" dict (lookup "v1" "Secret" .Release.Namespace $authorityName) -}}
{{- if not (or $authorityData (include "orders.hasCluster" .)) -}}
{{- fail (include "orders.noCertificate" .) -}}
{{- end -}}
{{- $authority := dict -}}
{{- if $authorityData -}}
{{- $authority = buildCustomCert (index $authorityData "tls.crt") (index $authorityData "tls.key") -}}
{{- else -}}
{{- $authority = genCA $authorityName 3650 -}}
{{- end -}}
{{- $trusted := b64enc $authority.Cert -}}
{{- $_ := set $made $authorityName (dict "tls.crt" $trusted "tls.key" (b64enc $authority.Key)) -}}
{{- range $caller := include "orders.callers" . | fromYamlArray -}}
{{- $name := include "orders.certificateSecretName" (dict "root" $ "name" $caller) -}}
{{- $data := dig "data" dict (lookup "v1" "Secret" $.Release.Namespace $name) -}}
{{- if ne (dig "ca.crt" "" $data) $trusted -}}
{{- $certificate := genSignedCert $caller nil (list $caller) 3650 $authority -}}
{{- $data = dict "tls.crt" (b64enc $certificate.Cert) "tls.key" (b64enc $certificate.Key) "ca.crt" $trusted -}}
{{- end -}}
{{- $_ := set $made $name $data -}}
{{- end -}}
{{- $_ := set . "orders.certificates" $made -}}
{{- end -}}
{{- toYaml (index . "orders.certificates") -}}
{{- end -}}

{{/* Whom there is a certificate for: every service, and operators. */}}
{{- define "orders.callers" -}}
{{- toYaml (append (keys .Values.services) "operator" | sortAlpha) -}}
{{- end -}}

{{/* Not empty where lookup finds what every namespace or, where that is yet to be made, every cluster has. */}}
{{- define "orders.hasCluster" -}}
{{- if or (lookup "v1" "ServiceAccount" .Release.Namespace "default") (lookup "v1" "Namespace" "" "kube-system") }}true{{ end -}}
{{- end -}}

{{- define "orders.noSigningKey" }}
secrets.jwt: rendering without a cluster makes no key, since every rendering would make another and end all sessions. Make one once:
  openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out jwt.pem
and give it with --set-file secrets.jwt.privateKey=jwt.pem, or keep it in a Secret that secrets.jwt.existingSecret names:
  kubectl -n {{ .Release.Namespace }} create secret generic order-placing-jwt --from-file=JWT_PRIVATE_KEY=jwt.pem
{{- end }}

{{- define "orders.noCertificate" }}
mutualTls: rendering without a cluster makes no certificates, since every rendering would make another authority. Set mutualTls.certManager.enabled, or make them once:
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 3650 -subj /CN=authority -keyout ca.key -out ca.crt
{{- range $caller := include "orders.callers" . | fromYamlArray }}
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 3650 -subj /CN={{ $caller }} -addext basicConstraints=critical,CA:FALSE -addext subjectAltName=DNS:{{ $caller }} -CA ca.crt -CAkey ca.key -keyout {{ $caller }}.key -out {{ $caller }}.crt
{{- end }}
and keep each in a Secret that mutualTls.existingSecrets names; no pod takes that of operators:
  kubectl -n {{ .Release.Namespace }} create secret generic order-placing-order-grpc --from-file=tls.crt=order.crt --from-file=tls.key=order.key --from-file=ca.crt
{{- end }}

{{/* Who gives the certificates of mutual TLS: existing, cert-manager, chart; empty where it is off. */}}
{{- define "orders.certificatesFrom" -}}
{{- $tls := .Values.mutualTls -}}
{{- if not $tls.enabled -}}
{{- else if $tls.existingSecrets -}}existing
{{- else if $tls.certManager.enabled -}}cert-manager
{{- else -}}chart
{{- end -}}
{{- end -}}

{{- define "orders.certificateSecretName" -}}
{{- if eq (include "orders.certificatesFrom" .root) "existing" -}}{{ index .root.Values.mutualTls.existingSecrets .name }}
{{- else -}}{{ include "orders.fullname" . }}-grpc
{{- end -}}
{{- end -}}
